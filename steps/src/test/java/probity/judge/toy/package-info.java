/**
 * A toy kernel for tests of the judge: functions are lists of calls, registers are made up, hooks
 * are perfect. Tests spoil what it shows in one place and see what the judge says.
 */
package probity.judge.toy;
