export const listFields = { text: "references", file: "list" } as const;
