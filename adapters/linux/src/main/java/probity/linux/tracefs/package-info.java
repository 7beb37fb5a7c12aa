/**
 * Texts of tracefs and procfs: events on probes, their ids and counts, the kernel's symbols. Texts
 * go in and out; nothing here opens a file.
 */
package probity.linux.tracefs;
