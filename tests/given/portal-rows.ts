/** A page of the review's own, a working copy of it, and what was published. */
export const portalRows = (of: { staffId: string; at: string }) => [
  {
    table: "own_pages" as const,
    row: {
      ...{ id: 5, slug: "about", kind: "about", published_version: 1 },
      ...{ draft: "{}", drafted_at: of.at, drafted_by_id: of.staffId },
      ...{ row_version: 3, created_at: of.at, created_by_id: of.staffId },
    },
  },
  {
    table: "own_page_versions" as const,
    row: {
      ...{ page_id: 5, version: 1, title: "{}", body: "{}" },
      ...{ published_at: of.at, published_by_id: of.staffId },
    },
  },
  {
    table: "logos" as const,
    row: {
      ...{ hash: "a".repeat(64), width: 120, height: 40, is_light: 1 as const },
      ...{ single_size: "AA==", double_size: "AAA=" },
      ...{ drawn_at: of.at, drawn_by_id: of.staffId },
    },
  },
  {
    table: "portal_settings" as const,
    row: {
      ...{ version: 1, body: "{}" },
      ...{ saved_at: of.at, saved_by_id: of.staffId },
    },
  },
];
