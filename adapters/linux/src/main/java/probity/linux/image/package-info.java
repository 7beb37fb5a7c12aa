/**
 * Where a kernel comes from: a file that somebody built, a Debian package, or a suite of Debian's
 * archive. Whatever is downloaded or unpacked lies in a cache of the user, outside of the
 * repository.
 */
package probity.linux.image;
