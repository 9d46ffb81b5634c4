// A pointer that any thread may set once and read at any time, without a lock.
#ifndef PARALLAX_PUBLISH_ONCE_H
#define PARALLAX_PUBLISH_ONCE_H

/// What `slot` holds, with everything that was written before it was set; null before.
static inline const void *_Nullable parallax_published(const void *_Nullable const *_Nonnull slot) {
  return __atomic_load_n(slot, __ATOMIC_ACQUIRE);
}

/// Sets `slot` unless another thread did so before; gives what it holds now.
static inline const void *_Nonnull parallax_publish(const void *_Nullable *_Nonnull slot,
                                                    const void *_Nonnull value) {
  const void *_Nullable expected = 0;
  return __atomic_compare_exchange_n(slot, &expected, value, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)
             ? value
             : (const void *_Nonnull)expected;
}

#endif
