// Inflation of raw deflate streams (RFC 1951) piece by piece, through a bounded window.

#ifndef YILAN_INFLATE_H
#define YILAN_INFLATE_H

#include <stddef.h>
#include <stdint.h>

/// A stream that is being inflated. About 175 KiB, with no pointers in it.
typedef struct yilan_inflater yilan_inflater;

/// What a call of `yilan_inflate` came to.
typedef enum {
  /// All of the input was taken, or the output is full.
  YILAN_INFLATE_GOING_ON = 0,
  /// The last block has ended, and all its bytes were handed out.
  YILAN_INFLATE_ENDED = 1,
  /// The stream is no deflate stream.
  YILAN_INFLATE_DAMAGED = -1,
  /// The input ends inside of the stream.
  YILAN_INFLATE_CUT_SHORT = -2
} yilan_inflate_status;

/// A stream at its beginning; null when there is no memory for it.
yilan_inflater *yilan_inflater_create(void);

/// Gives the memory back.
void yilan_inflater_destroy(yilan_inflater *inflater);

/// Takes input and gives output as far as either reaches. With `is_last` no input follows.
///
/// `consumed` and `produced` say how much of them was used. Once the stream has ended, `left_over` is
/// the number of bytes taken earlier that do not belong to it.
yilan_inflate_status yilan_inflate(
    yilan_inflater *inflater, const uint8_t *input, size_t input_size, int is_last,
    uint8_t *output, size_t output_size, size_t *consumed, size_t *produced, size_t *left_over);

#endif
