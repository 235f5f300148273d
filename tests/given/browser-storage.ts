/** A browser's storage, as far as Node 20 has none: a map in memory, with room for so much. */
export function makeStorage({ maxCharacters = 5_000_000 } = {}): Storage {
  const items = new Map<string, string>();
  const size = () =>
    [...items].reduce(
      (sum, [key, value]) => sum + key.length + value.length,
      0,
    );
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (size() + key.length + value.length > maxCharacters)
        throw new DOMException("Full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
