/**
 * Frames on the line between the kit and the agent in a guest: their bytes, and nothing of what
 * they are for. {@code src/main/agent/wire.h} is the other side, and describes the format.
 */
package probity.linux.wire;
