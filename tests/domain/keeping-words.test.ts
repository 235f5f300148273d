import { expect, test } from "vitest";
import { CannotSaveError, frozenCode } from "#app/db/cannot-save.ts";
import { AttachmentStoreError } from "#app/domain/attachments/stored-files.ts";
import { keepingInWords } from "#app/tasks/keeping-words.ts";

const withCode = (code: string) => Object.assign(new Error("raw"), { code });

test.each<[Error, RegExp]>([
  [new CannotSaveError("away", "57P01"), /not be reached.*\(57P01\): look/],
  [new CannotSaveError("away", frozenCode), /is frozen by a move/],
  [new CannotSaveError("busy", "55P03"), /Another program kept/],
  [withCode("SQLITE_BUSY"), /Another program kept/],
  [withCode("SQLITE_BUSY_SNAPSHOT"), /Another program kept/],
  [new CannotSaveError("disk", "53100"), /disk is full \(53100\): make room/],
  [new CannotSaveError("disk", "SQLITE_FULL"), /disk is full/],
  [withCode("SQLITE_FULL"), /disk is full/],
  [withCode("ENOSPC"), /disk is full/],
  [new CannotSaveError("disk", "58030"), /did not do what it was asked/],
  [withCode("SQLITE_IOERR_READ"), /did not do what it was asked/],
  [withCode("EIO"), /did not do what it was asked/],
  [withCode("SQLITE_CORRUPT"), /its file is damaged/],
  [new CannotSaveError("disk", "XX001"), /its files are damaged/],
  [withCode("EACCES"), /may not write there/],
  [new AttachmentStoreError("unreachable", "503"), /does not answer/],
  [new AttachmentStoreError("refused", "403"), /look at the key/],
  [new AttachmentStoreError("damaged", "kept-otherwise"), /gives back other/],
])("%s is told in words, with what is true afterwards", (error, words) => {
  const tell = () => keepingInWords(error, "Nothing was done.");
  expect(tell).toThrow(words);
  expect(tell).toThrow(/ Nothing was done\.$/);
});

test("a fault of the program keeps its stack", () => {
  const fault = new TypeError("x is not a function");
  expect(() => keepingInWords(fault, "Nothing was done.")).toThrow(fault);
});
