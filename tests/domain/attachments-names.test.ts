import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { describeByteSize } from "#app/domain/attachments/attachments.ts";
import {
  cleanFileName,
  extensionOf,
  nameForType,
} from "#app/domain/files/file-names.ts";
import { contentDisposition } from "#app/http/request/attachment-response.server.ts";
import { hasSharedData, sharedData } from "#tests/fixtures/shared-data.ts";

describe("a file's name is cleaned for display", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ["C:\\Users\\x\\a.pdf", "a.pdf"],
    ["a\u202Efdp.exe", "afdp.exe"],
    ["evil.pdf\0.exe", "evil.pdf.exe"],
    ["evil.pdf. ", "evil.pdf"],
    [".htaccess", "file.htaccess"],
    ["\u200B.pdf", "file.pdf"],
    ["\uFEFFbom.pdf", "bom.pdf"],
    ["a\r\nb.pdf", "ab.pdf"],
    ["e\u0301.pdf", "\u00E9.pdf"],
    ["  lead.pdf", "lead.pdf"],
    ["report (final) (2).docx", "report (final) (2).docx"],
    ["<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf"],
    ["文件.pdf", "文件.pdf"],
    ["👨‍👩‍👧.pdf", "👨‍👩‍👧.pdf"],
    ["ŵŷ Môn.odt", "ŵŷ Môn.odt"],
    ["", "file"],
    ["...", "file"],
    ["a/", "file"],
  ])("%j becomes %j", (sent, shown) => {
    expect(cleanFileName(sent)).toBe(shown);
  });

  test("a long name is cut before its extension, at 200 code points", () => {
    const name = cleanFileName(`${"😀".repeat(300)}.pdf`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith("….pdf")).toBe(true);
    expect(name).not.toMatch(/\p{Cs}/u);
  });

  test("a name ends as its bytes demand", () => {
    expect(nameForType("noextension", ["pdf"])).toBe("noextension.pdf");
    expect(nameForType("photo.JPG", ["jpg", "jpeg"])).toBe("photo.JPG");
    expect(extensionOf("file.tar.gz.pdf")).toBe("pdf");
    expect(extensionOf("report.pdf?x=1")).toBe("");
  });
});

test.skipIf(!hasSharedData("uploads"))(
  "no hostile name of ../shared/data/uploads keeps a folder, a control character or an override",
  () => {
    const { names } = JSON.parse(
      readFileSync(path.join(sharedData, "uploads/filenames.json"), "utf8"),
    ) as { names: string[] };
    for (const name of names) {
      const cleaned = cleanFileName(name);
      expect(cleaned).toMatch(
        /^[^/\\\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+$/u,
      );
      expect([...cleaned].length).toBeLessThanOrEqual(200);
      expect(cleanFileName(cleaned)).toBe(cleaned);
      expect(contentDisposition(cleaned)).toMatch(
        /^attachment; filename="[\x20-\x7E]*"; filename\*=UTF-8''[\w.~%-]+$/,
      );
    }
  },
);

test("a download's name survives quotes, percent signs and other scripts", () => {
  expect(contentDisposition('a"b\\c%41.pdf')).toBe(
    "attachment; filename=\"a_b_c_41.pdf\"; filename*=UTF-8''a%22b%5Cc%2541.pdf",
  );
  expect(contentDisposition("Môn 文件.pdf")).toBe(
    "attachment; filename=\"Mon __.pdf\"; filename*=UTF-8''M%C3%B4n%20%E6%96%87%E4%BB%B6.pdf",
  );
});

test("sizes are told as a file manager tells them", () => {
  expect(
    [0, 1, 532, 1_234, 999_499, 999_500, 50_000_000, 1_250_000_000].map(
      describeByteSize,
    ),
  ).toEqual([
    "0 KB",
    "1 KB",
    "1 KB",
    "1.2 KB",
    "999 KB",
    "1 MB",
    "50 MB",
    "1.3 GB",
  ]);
});
