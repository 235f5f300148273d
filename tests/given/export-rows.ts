type Given = { callId: number; at: string; staffId: string };

/** An export that was made, and one that could not be. */
export function exportRows({ callId, at, staffId }: Given) {
  const asked = {
    ...{ call_id: callId, search: "type:parent “so”", kind: "quoting" },
    ...{ format: "csv", reason: "report", asked_by: staffId, asked_at: at },
    ...{ attempts: 1, done_count: 2, total_count: 2, since_event: 1 },
    ...{ touched_at: at, finished_at: at },
  };
  return [
    {
      ...{ ...asked, id: 4, state: "done", file_name: "a.zip" },
      ...{ byte_size: 3, left_out: "{}", expires_at: at },
    },
    { ...asked, id: 5, state: "failed", failure: "disk-full" },
  ];
}
