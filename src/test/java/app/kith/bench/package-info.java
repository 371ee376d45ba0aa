/**
 * Benchmarks: {@code mvn verify -Pbench}, one of them by {@code -Dbench=NAME}. They print; nothing is asserted by a clock. Figures
 * are ratios of what was measured in one run on one machine.
 */
package app.kith.bench;
