import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inspectStored } from "#tests/asking/inspection.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";

const folder = path.join(sharedData, "uploads");
type ManifestEntry = { file: string; expect: string };

/** What Heard answers where the manifest leaves the choice, or names a rule that comes later. */
const outcomes: Record<string, string> = {
  accept: "ok",
  "accept:normalise": "ok bidirectional-controls",
  "accept:replace": "ok replaced-characters",
  "accept-or-reject-consistently": "ok extra-bytes",
  "accept-or-report-row": "ok",
  detect: "ok",
  "escape-on-export": "ok formula-cells",
  "extract: deleted text must not leak; author stripped":
    "ok tracked-changes,hidden-text,document-properties",
  "no-external-entity": "unsafe-archive",
  "reject-or-sniff": "ok",
  "reject-or-strip": "malware",
  "reject:corrupt-or-best-effort": "corrupt",
  "reject:empty": "empty",
  "reject:macro": "macro",
  "reject:malware-or-type": "malware",
  "reject:mismatch": "mismatch",
  "strip-metadata": "ok image-metadata",
};

/** Files whose expectation is met by one of several answers, by name. */
const outcomesByFile: Record<string, string> = {
  "docx-billion-laughs.docx": "unsafe-archive",
  "docx-remote-template.docx": "ok external-template",
  "docx-zip-slip.docx": "unsafe-archive",
  "pdf-header-only.pdf": "corrupt",
  "pdf-hidden-text.pdf": "ok pdf-hidden-text",
  "pdf-launch.pdf": "ok pdf-launch-action",
  "pdf-openaction-js.pdf": "ok pdf-javascript",
  "pdf-uri-beacon.pdf": "ok pdf-uri-action",
  "png-named.jpg": "corrupt",
  "png-bomb-30000x30000.png": "image-too-large",
  "rtf-object.rtf": "ok embedded-object",
};

/** An archive is none of the kinds Heard takes, whatever is wrong inside it, nor is an SVG. */
function kindOutcome(file: string): string {
  return /\.(zip|gz|tar)$|^docx-is-plain-zip/.test(file)
    ? "archive"
    : "wrong-type";
}

const entries: ManifestEntry[] = hasSharedData("uploads")
  ? (JSON.parse(
      readFileSync(path.join(folder, "manifest.json"), "utf8"),
    ) as ManifestEntry[])
  : [];

describe.skipIf(entries.length === 0)(
  "the files of ../shared/data/uploads (skipped where they are not there)",
  () => {
    test.each(entries.map((entry) => [entry.file, entry.expect]))(
      "%s: %s",
      async (file, expectation) => {
        const inspection = await inspectStored(
          path.join(folder, "files", file),
          file,
        );
        const outcome = inspection.ok
          ? `ok ${inspection.flags.join(",")}`.trim()
          : inspection.reason;
        expect(outcome).toBe(
          outcomesByFile[file] ?? outcomes[expectation] ?? kindOutcome(file),
        );
      },
    );
  },
);

test.skipIf(!hasSharedData("documents"))(
  "no ordinary document of ../shared/data/documents is refused, but for locked ones",
  async () => {
    const { readdirSync } = await import("node:fs");
    const documents = path.join(sharedData, "documents");
    const files = readdirSync(documents, { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => /\.(?:pdf|docx)$/.test(name))) {
      const inspection = await inspectStored(path.join(documents, file), file);
      if (inspection.ok) continue;
      expect({ file, reason: inspection.reason }).toEqual({
        file: expect.stringMatching(/encrypt|password/) as string,
        reason: "encrypted",
      });
    }
  },
);
