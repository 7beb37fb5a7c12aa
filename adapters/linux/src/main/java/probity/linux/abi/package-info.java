/**
 * Structs of the kernel's interface as bytes: written with named fields, laid out in guest memory
 * together with the buffers they point to. Nothing here knows what a field means.
 */
package probity.linux.abi;
