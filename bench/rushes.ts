import { sendBesideImport, type Waits } from "./beside-import.ts";
import { sendFilesAtOnce } from "./files-at-once.ts";
import { type Heard, openHeard } from "./heard.ts";
import { figure, printLine } from "./lines.ts";

const importedRows = 10_000;
const people = 500;
const fileBytes = 2_000_000;

/** What has no floor to stand beside, each on a Heard of its own. */
export const rushes = [
  {
    title: "16 senders beside an import of 10,000 rows",
    drafts: 2_000,
    async run(heard: Heard, seconds: number) {
      const of = { rows: importedRows, seconds: seconds * 3 };
      const { alone, beside, importSeconds } = await sendBesideImport(
        heard,
        of,
      );
      printLine("16 senders, ms", ["      p50      p99  longest    sends"]);
      printLine("without an import", waitFigures(alone));
      const took = importSeconds.toFixed(0);
      printLine(`beside an import of ${took} s`, waitFigures(beside));
    },
  },
  {
    title: "500 people send 2 MB files at once",
    drafts: people,
    async run(heard: Heard) {
      const sent = await sendFilesAtOnce(heard, fileBytes);
      printLine("500 people, 2 MB each", [
        "    taken     busy  refused     lost    p50 s    p95 s  peak MB",
      ]);
      printLine("at once", [
        ...[sent.taken, sent.busy, sent.refused, sent.lost].map((count) =>
          figure(count, 0),
        ),
        figure(sent.p50 / 1000, 2),
        figure(sent.p95 / 1000, 2),
        figure(sent.peakMegabytes ?? NaN, 0),
      ]);
      if (sent.firstRefusal)
        throw new Error(
          `One was answered ${sent.firstRefusal.status}: ${sent.firstRefusal.text}`,
        );
    },
  },
];

function waitFigures({ p50, p99, longest, count }: Waits) {
  return [figure(p50), figure(p99), figure(longest), figure(count, 0)];
}

export async function runRush(
  { drafts, run }: (typeof rushes)[number],
  { port, seconds }: { port: number; seconds: number },
) {
  const heard = await openHeard({ responses: 3_000, drafts, staff: 1, port });
  try {
    await run(heard, seconds);
  } finally {
    await heard.close();
  }
}
