/** Tags against who speaks, to be drawn: what each cell says, and its share of the column. */
export type TagPicture = {
  rows: string[];
  columns: string[];
  cells: {
    row: string;
    column: string;
    text: string;
    /** In per cent; undefined where the count is hidden. */
    share: number | undefined;
  }[];
};
