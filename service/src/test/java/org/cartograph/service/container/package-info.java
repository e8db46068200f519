/** Do the containers hold and hide what they should? Asked of the files, as there may be no engine to run them. */
package org.cartograph.service.container;
