/** What tests of several rooms use: servers, other clients, desks that open quickly. */
package app.kith.support;
