// Inflation of raw deflate streams (RFC 1951).
//
// Bytes are decoded into a window that keeps the last 32 KiB, and handed out from there. The bit buffer
// holds up to 63 bits, the least significant one first. Codes are looked up in a table of their first
// bits, long ones in a second table behind it. Where input and room allow it, symbols are decoded
// without any check in between (`decode_fast`); near the ends every step is checked (`decode_careful`).

#include "yilan_inflate.h"

#include <stdlib.h>
#include <string.h>

enum { HISTORY = 32768, ROOM = 131072, SLACK = 320, WINDOW = HISTORY + ROOM };
enum { LONGEST_MATCH = 258, LONGEST_CODE = 15 };
enum { LITERAL_BITS = 11, DISTANCE_BITS = 8, LENGTH_BITS = 7 };
/// The most entries that tables of these first bits can need, by an exhaustive search over all codes.
enum { LITERAL_TABLE = 2342, DISTANCE_TABLE = 402, LENGTH_TABLE = 128 };

// An entry of a table: bits 0 to 7 the bits to drop; bits 8 to 15 the extra bits, or the size of a
// second table; bits 16 to 30 a literal, the least length or distance, or where a second table begins.
// No kind is a length or a distance.
#define ENTRY_LITERAL 0x80000000u
#define ENTRY_SECOND 0x0080u
#define ENTRY_END 0x0040u
#define ENTRY_BAD 0x0020u
#define ENTRY_SPECIAL (ENTRY_SECOND | ENTRY_END | ENTRY_BAD)
#define ENTRY_DROP 0x001Fu

enum state {
  BLOCK_HEAD, STORED_HEAD, STORED_BYTES, CODE_COUNTS, LENGTH_CODES, CODE_LENGTHS, SYMBOLS, ENDED, DAMAGED
};

struct yilan_inflater {
  uint64_t bits;
  unsigned bit_count;
  enum state state;
  int is_final;
  unsigned stored_left;
  unsigned literal_count, distance_count, length_count, read_count;
  /// Where the next byte goes, and up to where bytes were handed out.
  size_t end, start;
  uint8_t lengths[320];
  uint32_t literals[LITERAL_TABLE];
  uint32_t distances[DISTANCE_TABLE];
  uint32_t code_lengths[LENGTH_TABLE];
  uint8_t window[WINDOW + SLACK];
};

yilan_inflater *yilan_inflater_create(void) {
  yilan_inflater *inflater = malloc(sizeof *inflater);
  if (inflater == NULL) return NULL;
  // The window is written before it is read.
  memset(inflater, 0, offsetof(yilan_inflater, literals));
  return inflater;
}

void yilan_inflater_destroy(yilan_inflater *inflater) { free(inflater); }

// MARK: - Tables

static const uint16_t length_base[31] = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
    195, 227, 258, 0, 0};
static const uint8_t length_extra[31] = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, 0, 0};
static const uint16_t distance_base[32] = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577, 0, 0};
static const uint8_t distance_extra[32] = {
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 0,
    0};

enum kind { LITERAL_CODE, DISTANCE_CODE, LENGTH_CODE };

static uint32_t entry_of(enum kind kind, unsigned symbol) {
  switch (kind) {
    case LENGTH_CODE: return (uint32_t)symbol << 16;
    case DISTANCE_CODE:
      if (symbol >= 30) return ENTRY_BAD;
      return (uint32_t)distance_base[symbol] << 16 | (uint32_t)distance_extra[symbol] << 8;
    default: break;
  }
  if (symbol < 256) return ENTRY_LITERAL | (uint32_t)symbol << 16;
  if (symbol == 256) return ENTRY_END;
  if (symbol > 285) return ENTRY_BAD;
  return (uint32_t)length_base[symbol - 257] << 16 | (uint32_t)length_extra[symbol - 257] << 8;
}

/// Makes the table of a code out of the lengths of its words; 0 for lengths that make no code.
static int build(
    enum kind kind, uint32_t *table, unsigned capacity, unsigned first_bits, const uint8_t *lengths,
    unsigned count) {
  unsigned counts[LONGEST_CODE + 1] = {0};
  unsigned offsets[LONGEST_CODE + 2];
  uint16_t sorted[320];
  unsigned longest = 0;
  for (unsigned symbol = 0; symbol < count; symbol++) counts[lengths[symbol]]++;
  counts[0] = 0;
  int left = 1;
  for (unsigned length = 1; length <= LONGEST_CODE; length++) {
    left = left * 2 - (int)counts[length];
    if (left < 0) return 0;
    if (counts[length] > 0) longest = length;
  }
  // A code may lack words only where it has at most one, of one bit: that of the distances may.
  if (left > 0 && (kind == LENGTH_CODE || longest > 1)) return 0;
  offsets[1] = 0;
  for (unsigned length = 1; length <= LONGEST_CODE; length++)
    offsets[length + 1] = offsets[length] + counts[length];
  unsigned total = offsets[LONGEST_CODE + 1];
  for (unsigned symbol = 0; symbol < count; symbol++)
    if (lengths[symbol] != 0) sorted[offsets[lengths[symbol]]++] = (uint16_t)symbol;

  unsigned first_size = 1u << first_bits;
  if (left > 0)
    for (unsigned index = 0; index < first_size; index++) table[index] = ENTRY_BAD;
  unsigned next = first_size;
  unsigned word = 0;  // The bits of the code word, in the order of the stream.
  unsigned second_start = 0, second_bits = 0, second_prefix = first_size;
  for (unsigned place = 0; place < total; place++) {
    unsigned symbol = sorted[place];
    unsigned length = lengths[symbol];
    uint32_t entry = entry_of(kind, symbol);
    if (length <= first_bits) {
      for (unsigned index = word; index < first_size; index += 1u << length)
        table[index] = entry | length;
    } else {
      unsigned prefix = word & (first_size - 1);
      if (prefix != second_prefix) {
        second_prefix = prefix;
        second_bits = length - first_bits;
        int room = 1 << second_bits;
        while (second_bits + first_bits < longest) {
          room -= (int)counts[second_bits + first_bits];
          if (room <= 0) break;
          second_bits++;
          room <<= 1;
        }
        second_start = next;
        next += 1u << second_bits;
        if (next > capacity) return 0;
        table[prefix] =
            ENTRY_SECOND | (uint32_t)second_start << 16 | (uint32_t)second_bits << 8 | first_bits;
      }
      for (unsigned index = word >> first_bits; index < 1u << second_bits;
           index += 1u << (length - first_bits))
        table[second_start + index] = entry | (length - first_bits);
    }
    counts[length]--;
    unsigned step = 1u << (length - 1);
    while (word & step) step >>= 1;
    word = step == 0 ? 0 : (word & (step - 1)) + step;
  }
  return 1;
}

static int build_both(yilan_inflater *it) {
  return build(
             LITERAL_CODE, it->literals, LITERAL_TABLE, LITERAL_BITS, it->lengths, it->literal_count)
      && build(
             DISTANCE_CODE, it->distances, DISTANCE_TABLE, DISTANCE_BITS,
             it->lengths + it->literal_count, it->distance_count);
}

static int build_fixed(yilan_inflater *it) {
  memset(it->lengths, 8, 144);
  memset(it->lengths + 144, 9, 112);
  memset(it->lengths + 256, 7, 24);
  memset(it->lengths + 280, 8, 8);
  memset(it->lengths + 288, 5, 32);
  it->literal_count = 288;
  it->distance_count = 32;
  return build_both(it);
}

// MARK: - Bits

/// The input of one call.
typedef struct {
  const uint8_t *next, *end;
  int is_last;
} source;

static inline uint64_t load(const uint8_t *place) {
  uint64_t value;
  memcpy(&value, place, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap64(value);
#endif
  return value;
}

static inline void take_input(yilan_inflater *it, source *in) {
  while (it->bit_count <= 55 && in->next < in->end) {
    it->bits |= (uint64_t)*in->next++ << it->bit_count;
    it->bit_count += 8;
  }
}

static inline uint32_t low(uint64_t bits, unsigned count) {
  return (uint32_t)(bits & (((uint64_t)1 << count) - 1));
}

static inline void drop(yilan_inflater *it, unsigned count) {
  it->bits >>= count;
  it->bit_count -= count;
}

enum step { STEP_ON, STEP_INPUT, STEP_ROOM, STEP_DAMAGED, STEP_CUT };

/// Asks for bits: on, or what keeps them from being there.
static inline enum step want(yilan_inflater *it, source *in, unsigned count) {
  take_input(it, in);
  if (it->bit_count >= count) return STEP_ON;
  return in->is_last ? STEP_CUT : STEP_INPUT;
}

// MARK: - Blocks

static enum step read_head(yilan_inflater *it, source *in) {
  enum step step = want(it, in, 3);
  if (step != STEP_ON) return step;
  it->is_final = (int)low(it->bits, 1);
  unsigned type = low(it->bits >> 1, 2);
  drop(it, 3);
  switch (type) {
    case 0:
      drop(it, it->bit_count & 7);
      it->state = STORED_HEAD;
      return STEP_ON;
    case 1:
      if (!build_fixed(it)) return STEP_DAMAGED;
      it->state = SYMBOLS;
      return STEP_ON;
    case 2:
      it->state = CODE_COUNTS;
      return STEP_ON;
    default: return STEP_DAMAGED;
  }
}

static void end_block(yilan_inflater *it) { it->state = it->is_final ? ENDED : BLOCK_HEAD; }

static enum step read_stored_head(yilan_inflater *it, source *in) {
  enum step step = want(it, in, 32);
  if (step != STEP_ON) return step;
  unsigned size = low(it->bits, 16);
  if ((size ^ 0xFFFF) != low(it->bits >> 16, 16)) return STEP_DAMAGED;
  drop(it, 32);
  it->stored_left = size;
  it->state = STORED_BYTES;
  return STEP_ON;
}

static enum step read_stored(yilan_inflater *it, source *in) {
  while (it->stored_left > 0) {
    if (it->end == WINDOW) return STEP_ROOM;
    if (it->bit_count >= 8) {
      it->window[it->end++] = (uint8_t)it->bits;
      drop(it, 8);
      it->stored_left--;
      continue;
    }
    size_t size = (size_t)(in->end - in->next);
    if (size == 0) return in->is_last ? STEP_CUT : STEP_INPUT;
    if (size > it->stored_left) size = it->stored_left;
    if (size > WINDOW - it->end) size = WINDOW - it->end;
    memcpy(it->window + it->end, in->next, size);
    in->next += size;
    it->end += size;
    it->stored_left -= (unsigned)size;
  }
  end_block(it);
  return STEP_ON;
}

static enum step read_counts(yilan_inflater *it, source *in) {
  enum step step = want(it, in, 14);
  if (step != STEP_ON) return step;
  it->literal_count = low(it->bits, 5) + 257;
  it->distance_count = low(it->bits >> 5, 5) + 1;
  it->length_count = low(it->bits >> 10, 4) + 4;
  drop(it, 14);
  if (it->literal_count > 286 || it->distance_count > 30) return STEP_DAMAGED;
  it->read_count = 0;
  memset(it->lengths, 0, 19);
  it->state = LENGTH_CODES;
  return STEP_ON;
}

static enum step read_length_codes(yilan_inflater *it, source *in) {
  static const uint8_t order[19] = {
      16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
  while (it->read_count < it->length_count) {
    enum step step = want(it, in, 3);
    if (step != STEP_ON) return step;
    it->lengths[order[it->read_count++]] = (uint8_t)low(it->bits, 3);
    drop(it, 3);
  }
  if (!build(LENGTH_CODE, it->code_lengths, LENGTH_TABLE, LENGTH_BITS, it->lengths, 19))
    return STEP_DAMAGED;
  it->read_count = 0;
  it->state = CODE_LENGTHS;
  return STEP_ON;
}

static enum step read_code_lengths(yilan_inflater *it, source *in) {
  unsigned total = it->literal_count + it->distance_count;
  while (it->read_count < total) {
    take_input(it, in);
    uint32_t entry = it->code_lengths[low(it->bits, LENGTH_BITS)];
    unsigned symbol = entry >> 16;
    unsigned size = entry & ENTRY_DROP;
    unsigned extra = symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
    if (it->bit_count < size + extra) return in->is_last ? STEP_CUT : STEP_INPUT;
    drop(it, size);
    if (symbol < 16) {
      it->lengths[it->read_count++] = (uint8_t)symbol;
      continue;
    }
    unsigned repeats = low(it->bits, extra) + (symbol == 18 ? 11 : 3);
    drop(it, extra);
    if (repeats > total - it->read_count || (symbol == 16 && it->read_count == 0))
      return STEP_DAMAGED;
    memset(
        it->lengths + it->read_count, symbol == 16 ? it->lengths[it->read_count - 1] : 0, repeats);
    it->read_count += repeats;
  }
  // Without an end the block has none.
  if (it->lengths[256] == 0 || !build_both(it)) return STEP_DAMAGED;
  it->state = SYMBOLS;
  return STEP_ON;
}

// MARK: - Symbols

/// Copies a match byte by byte, as it may overlap itself.
static inline void copy_bytes(uint8_t *to, const uint8_t *from, unsigned length) {
  for (unsigned index = 0; index < length; index++) to[index] = from[index];
}

/// One symbol, with every step checked.
static enum step decode_careful(yilan_inflater *it, source *in) {
  if (WINDOW - it->end < LONGEST_MATCH) return STEP_ROOM;
  take_input(it, in);
  // A length and a distance take up to 48 bits.
  if (it->bit_count < 48 && !in->is_last) return STEP_INPUT;
  uint32_t entry = it->literals[low(it->bits, LITERAL_BITS)];
  unsigned used = 0;
  if (entry & ENTRY_SECOND) {
    used = LITERAL_BITS;
    entry = it->literals[(entry >> 16) + low(it->bits >> used, entry >> 8 & 0xFF)];
  }
  used += entry & ENTRY_DROP;
  if (used > it->bit_count) return STEP_CUT;
  if (entry & ENTRY_BAD) return STEP_DAMAGED;
  if (entry & ENTRY_LITERAL) {
    drop(it, used);
    it->window[it->end++] = (uint8_t)(entry >> 16);
    return STEP_ON;
  }
  if (entry & ENTRY_END) {
    drop(it, used);
    end_block(it);
    return STEP_ON;
  }
  unsigned extra = entry >> 8 & 0xFF;
  unsigned length = (entry >> 16) + low(it->bits >> used, extra);
  used += extra;
  entry = it->distances[low(it->bits >> used, DISTANCE_BITS)];
  if (entry & ENTRY_SECOND) {
    used += DISTANCE_BITS;
    entry = it->distances[(entry >> 16) + low(it->bits >> used, entry >> 8 & 0xFF)];
  }
  used += entry & ENTRY_DROP;
  if (used > it->bit_count) return STEP_CUT;
  if (entry & ENTRY_BAD) return STEP_DAMAGED;
  extra = entry >> 8 & 0xFF;
  unsigned distance = (entry >> 16) + low(it->bits >> used, extra);
  used += extra;
  if (used > it->bit_count) return STEP_CUT;
  if (distance > it->end) return STEP_DAMAGED;
  drop(it, used);
  copy_bytes(it->window + it->end, it->window + it->end - distance, length);
  it->end += length;
  return STEP_ON;
}

/// Symbols as long as there is input and room for whole ones, without any check in between.
static enum step decode_fast(yilan_inflater *it, source *in) {
  uint64_t bits = it->bits;
  unsigned count = it->bit_count;
  const uint8_t *next = in->next;
  uint8_t *out = it->window + it->end;
  uint8_t *const out_limit = it->window + WINDOW - LONGEST_MATCH - 3;
  const uint8_t *const in_limit = in->end - 16;
  const uint32_t *const literals = it->literals;
  const uint32_t *const distances = it->distances;
  enum step step = STEP_ON;

// Fills the bit buffer to 56 bits or more; eight bytes of input are there.
#define REFILL() (bits |= load(next) << count, next += (63 - count) >> 3, count |= 56)
#define DROP(n) (bits >>= (n), count -= (n))

  while (next <= in_limit && out <= out_limit) {
    REFILL();
    uint32_t entry = literals[low(bits, LITERAL_BITS)];
    if (entry & ENTRY_LITERAL) {
      DROP(entry & ENTRY_DROP);
      *out++ = (uint8_t)(entry >> 16);
      entry = literals[low(bits, LITERAL_BITS)];
      if (entry & ENTRY_LITERAL) {
        DROP(entry & ENTRY_DROP);
        *out++ = (uint8_t)(entry >> 16);
        entry = literals[low(bits, LITERAL_BITS)];
        if (entry & ENTRY_LITERAL) {
          DROP(entry & ENTRY_DROP);
          *out++ = (uint8_t)(entry >> 16);
          continue;
        }
      }
      REFILL();
    }
    if (entry & ENTRY_SPECIAL) {
      if (entry & ENTRY_SECOND) {
        DROP(LITERAL_BITS);
        entry = literals[(entry >> 16) + low(bits, entry >> 8 & 0xFF)];
        if (entry & ENTRY_LITERAL) {
          DROP(entry & ENTRY_DROP);
          *out++ = (uint8_t)(entry >> 16);
          continue;
        }
      }
      if (entry & ENTRY_END) {
        DROP(entry & ENTRY_DROP);
        end_block(it);
        break;
      }
      if (entry & ENTRY_BAD) {
        step = STEP_DAMAGED;
        break;
      }
    }
    DROP(entry & ENTRY_DROP);
    unsigned extra = entry >> 8 & 0xFF;
    unsigned length = (entry >> 16) + low(bits, extra);
    DROP(extra);
    entry = distances[low(bits, DISTANCE_BITS)];
    if (entry & ENTRY_SECOND) {
      DROP(DISTANCE_BITS);
      entry = distances[(entry >> 16) + low(bits, entry >> 8 & 0xFF)];
    }
    if (entry & ENTRY_BAD) {
      step = STEP_DAMAGED;
      break;
    }
    DROP(entry & ENTRY_DROP);
    extra = entry >> 8 & 0xFF;
    size_t distance = (entry >> 16) + low(bits, extra);
    DROP(extra);
    if (distance > (size_t)(out - it->window)) {
      step = STEP_DAMAGED;
      break;
    }
    const uint8_t *from = out - distance;
    uint8_t *const end = out + length;
    if (distance >= 8) {
      // Up to seven bytes too many, which the slack behind the window takes.
      do {
        memcpy(out, from, 8);
        out += 8;
        from += 8;
      } while (out < end);
    } else if (distance == 1) {
      memset(out, *from, length);
    } else {
      copy_bytes(out, from, length);
    }
    out = end;
  }
#undef REFILL
#undef DROP
  // Whole bytes that the buffer holds too many of go back to the input. Above the count it holds bits
  // that were loaded and not counted.
  it->bits = bits & (((uint64_t)1 << count) - 1);
  it->bit_count = count;
  in->next = next;
  it->end = (size_t)(out - it->window);
  return step;
}

static enum step read_symbols(yilan_inflater *it, source *in) {
  while (it->state == SYMBOLS) {
    enum step step = STEP_ON;
    if (in->end - in->next >= 16 && it->end <= WINDOW - LONGEST_MATCH - 3) {
      step = decode_fast(it, in);
      if (step != STEP_ON || it->state != SYMBOLS) return step;
    }
    step = decode_careful(it, in);
    if (step != STEP_ON) return step;
  }
  return STEP_ON;
}

// MARK: - Streams

static enum step run(yilan_inflater *it, source *in) {
  for (;;) {
    enum step step;
    switch (it->state) {
      case BLOCK_HEAD: step = read_head(it, in); break;
      case STORED_HEAD: step = read_stored_head(it, in); break;
      case STORED_BYTES: step = read_stored(it, in); break;
      case CODE_COUNTS: step = read_counts(it, in); break;
      case LENGTH_CODES: step = read_length_codes(it, in); break;
      case CODE_LENGTHS: step = read_code_lengths(it, in); break;
      case SYMBOLS: step = read_symbols(it, in); break;
      case ENDED: return STEP_ON;
      default: return STEP_DAMAGED;
    }
    if (step != STEP_ON) return step;
  }
}

/// Hands out what was decoded, and makes room where all of it was.
static size_t hand_out(yilan_inflater *it, uint8_t *output, size_t room) {
  size_t size = it->end - it->start;
  if (size > room) size = room;
  memcpy(output, it->window + it->start, size);
  it->start += size;
  if (it->start == it->end && it->end > WINDOW - 4 * SLACK) {
    memcpy(it->window, it->window + it->end - HISTORY, HISTORY);
    it->start = it->end = HISTORY;
  }
  return size;
}

yilan_inflate_status yilan_inflate(
    yilan_inflater *it, const uint8_t *input, size_t input_size, int is_last, uint8_t *output,
    size_t output_size, size_t *consumed, size_t *produced, size_t *left_over) {
  source in = {input, input + input_size, is_last};
  enum step step = STEP_ON;
  *consumed = *produced = *left_over = 0;
  if (it->state == DAMAGED) return YILAN_INFLATE_DAMAGED;
  for (;;) {
    *produced += hand_out(it, output + *produced, output_size - *produced);
    if (it->start < it->end) break;
    if (it->state == ENDED) {
      // Whole bytes in the bit buffer were taken too many.
      size_t back = it->bit_count / 8;
      size_t taken = (size_t)(in.next - input);
      size_t own = back < taken ? back : taken;
      in.next -= own;
      *left_over = back - own;
      *consumed = (size_t)(in.next - input);
      return YILAN_INFLATE_ENDED;
    }
    if (*produced == output_size && output_size > 0) break;
    if (step == STEP_INPUT) break;
    step = run(it, &in);
    if (step == STEP_DAMAGED || step == STEP_CUT) {
      it->state = DAMAGED;
      *consumed = (size_t)(in.next - input);
      return step == STEP_CUT ? YILAN_INFLATE_CUT_SHORT : YILAN_INFLATE_DAMAGED;
    }
  }
  *consumed = (size_t)(in.next - input);
  return YILAN_INFLATE_GOING_ON;
}
