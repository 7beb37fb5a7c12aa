#ifndef LINE_H
#define LINE_H

#include "sys.h"

/* Opens a virtio-serial port, or else a 16550; negative if there is neither. */
s64 line_open(void);

/* All of the bytes, however long it takes. One thread reads. */
void line_read(void *into, u64 length);
void line_write(const void *from, u64 length);

/* How many bytes can be read without waiting for the host. */
u64 line_ahead(void);

void pause_ms(u32 milliseconds);

#endif
