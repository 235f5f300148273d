import { CountsTable } from "./counts-table.tsx";

type LedgerTableProps = {
  sumText: string;
  places: {
    key: string;
    label: string;
    meaning: string;
    countText: string;
    href: string | undefined;
  }[];
};

/** Where each response stands, each in one place; the last line is their sum. */
export function LedgerTable({ places, sumText }: LedgerTableProps) {
  return (
    <CountsTable
      caption={{
        text: "Where each response stands",
        className: "govuk-visually-hidden",
      }}
      first="Place"
      rows={places}
      sum={{ label: "All that came in", countText: sumText }}
    />
  );
}
