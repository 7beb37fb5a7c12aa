/** Real arm64 Linux kernels as candidates; {@link probity.linux.LinuxProvider} opens them. */
package probity.linux;
