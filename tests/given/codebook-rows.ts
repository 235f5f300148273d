type Given = { responseId: number; at: string; staffId: string };

/** A change of the codebook that was undone, with all that hangs on it. */
export function codebookRows({ responseId, at, staffId }: Given) {
  const of = { response_id: responseId, passage: "p1" };
  return [
    {
      table: "codebook_changes",
      row: {
        ...{ id: 3, kind: "merged", made_by: staffId, made_at: at },
        ...{ details: "{}", undone_by: staffId, undone_at: at },
      },
    },
    {
      table: "project_files",
      row: {
        ...{ id: 6, name: "Coded.qdpx", file_sha256: "a", plan: "{}" },
        ...{ state: "landed", outcome: "{}", change_id: 3 },
        ...{ uploaded_by: staffId, asked_by: staffId },
        ...{ uploaded_at: at, changed_at: at },
      },
    },
    {
      table: "project_passages",
      row: {
        ...{ project_file_id: 6, number: 1, source: "A", code: 0, memo: "m" },
        ...{ start_offset: 0, end_offset: 3, coder: "Ann", words: "Lig" },
        ...{ standing: "landed", reason: "changed", answer_id: null, ...of },
      },
    },
    { table: "codebook_change_tags", row: { tag_id: 1, change_id: 3 } },
    {
      table: "codebook_moves",
      row: {
        ...{ change_id: 3, from_tag_id: 1, to_tag_id: 2, former: "{}" },
        ...of,
      },
    },
    {
      table: "codebook_rechecks",
      row: { tag_id: 1, checked_by: staffId, checked_at: at, ...of },
    },
  ];
}
