/** A key, a day, and a receipt that stands in it beside one that stands in none. */
export function proofRows({
  responseId,
  at,
}: {
  responseId: number;
  at: string;
}) {
  const day = "2026-11-25";
  const kept = { response_id: responseId, kept_at: at, salt: "s", leaf: "l" };
  return [
    {
      table: "receipt_keys",
      row: { kid: "k", public_key: "x", used_since: at },
    },
    {
      table: "receipt_days",
      row: {
        ...{ day, leaf_count: 1, root: "r", block_roots: "[]" },
        ...{ kid: "k", signature: "s", made_at: at },
      },
    },
    {
      table: "receipt_leaves",
      row: { ...kept, version: 1, in_day: day, position: 0 },
    },
    {
      table: "receipt_leaves",
      row: { ...kept, version: 2, in_day: null, position: null },
    },
  ];
}
