/** Tries out what a candidate declares absent: if it works after all, the declaration is wrong. */
package probity.run.honesty;
