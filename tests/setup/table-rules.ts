import type { TableLine } from "./table-lines.ts";

export const door = "app/domain/responses/visible-responses.queries.server.ts";
const intake = "app/domain/responses/intake.queries.server.ts";

type TableRule = { rule: string; isBroken: (line: TableLine) => boolean };

export const tableRules: TableRule[] = [
  {
    rule: "responses are selected through the door, or by the intake",
    isBroken: (line) =>
      line.table === "responses" &&
      line.does === "reads" &&
      ![door, intake].includes(line.file),
  },
];

/** The names of the rules that a statement breaks by the tables it names. */
export function brokenTableRules(line: TableLine): string[] {
  return tableRules
    .filter((rule) => rule.isBroken(line))
    .map(({ rule }) => rule);
}
