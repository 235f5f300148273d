import type { RequestHandler } from "express";
import multer from "multer";
import type { ReceivedForm } from "../request/received-form.server.ts";
import { endWhenSilent } from "./silence.server.ts";

/** Where a saved receipt is checked: one small file, which is read in memory and stored nowhere. */
export const receiptPath = /^\/receipts\/check$/;

export const maxReceiptBytes = 4_000_000;
const fileField = "file";

/**
 * Reads a multipart form with a receipt in it: the file's text is handed on as
 * the field `file`. What is no text of UTF-8, or too large, is in `refusedParts`.
 */
export function receiveReceipt(): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: {
      ...{ files: 1, fields: 5, parts: 8, fieldNameSize: 200 },
      ...{ fileSize: maxReceiptBytes, fieldSize: maxReceiptBytes },
    },
  }).single(fileField);
  return (request, response, next) => {
    if (request.method !== "POST" || !request.is("multipart/form-data"))
      return next();
    endWhenSilent(request, response);
    read(request, response, (error: unknown) => {
      if (response.headersSent) return;
      if (error && !request.complete && request.destroyed) return;
      request.receivedForm = asForm(request.body, error ?? request.file);
      next();
    });
  };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function asForm(body: unknown, file: unknown): ReceivedForm {
  const form: ReceivedForm = {
    ...{ fields: new FormData(), stagedFiles: [], refusedParts: [] },
  };
  for (const [name, value] of Object.entries(body ?? {}))
    if (typeof value === "string") form.fields.append(name, value);
  const bytes = bytesOf(file);
  try {
    if (bytes === undefined) throw new TypeError("Not read");
    if (bytes.length > 0) form.fields.append(fileField, decoder.decode(bytes));
  } catch {
    form.refusedParts.push({ questionId: fileField, reason: "unreadable" });
  }
  return form;
}

/** Of a form without a file, none; undefined where it could not be read. */
function bytesOf(file: unknown): Uint8Array | undefined {
  if (file === undefined) return new Uint8Array();
  const { buffer } = file as { buffer?: unknown };
  return buffer instanceof Uint8Array ? buffer : undefined;
}
