import { rm } from "node:fs/promises";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import multer, { MulterError, type Options } from "multer";
import type {
  ReceivedForm,
  RefusedPart,
} from "../request/received-form.server.ts";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import type { Admission } from "./upload-admission.server.ts";
import { endWhenSilent } from "./silence.server.ts";
import { stagingStorage } from "./staging-storage.server.ts";

type ReceiveOptions = {
  stagingFolder: string;
  /** The largest file that any call takes; a call's own limit is checked later. */
  maxFileBytes: number;
  /** Whether, and how much of, this request's files may be put on disk. */
  admit: (request: Request) => Promise<Admission>;
  onStorageError?: (error: unknown) => void;
  silenceMilliseconds?: number;
};

/** The question pages, where a file is added to what was sent, and where the review's staff bring a table, the files that it names, a scan, emails, a codebook, a coded project, a call or its translations, or a logo, as the document and as the `.data` post of a hydrated form; lists of references have a page below theirs. */
export const uploadPaths =
  /^\/(?:respond\/[^/]+\/[^/]+(?:\/list)?|receipt\/add-file(?:\.data)?|review\/(?:settings\/logo|imports(?:\/\d+)?|entries\/(?:new|emails)|tags\/(?:files|projects)|calls\/(?:(?:new|[^/]+\/edit)\/file|[^/]+\/edit\/languages\/[^/]+\/bring-in))(?:\.data)?)$/;

/** One text this long comes back with a message; the largest answer has 50,000 characters. */
const maxTextBytes = 2_000_000;
/** All texts of one body, because they are held in memory. */
const maxTextsBytes = 8_000_000;
/** The largest number of files a call may ask for. */
const maxFiles = 50;

/** These names reach into JavaScript's own objects and are no question's. */
const unusableNames = new Set(["__proto__", "constructor", "prototype"]);

type FieldSource = {
  on: (
    event: "field",
    listener: (name: string | undefined, value: string) => void,
  ) => unknown;
  destroy: (error: Error) => unknown;
};

/** Multer 2.5 has `streamHandler`; its types do not know of it yet. */
type MulterOptions = Options & {
  streamHandler: (
    request: Request,
    busboy: NodeJS.WritableStream & FieldSource,
  ) => void;
};

/**
 * Reads every multipart POST, so that its files are on disk and its texts in
 * `request.receivedForm` before Remix runs. It looks at the method and the type
 * of the body, not at the path: Remix posts a form to `/page` and to `/page.data`.
 *
 * It never answers by itself: what could not be taken is in `refusedParts`,
 * for the action to tell beside the field, with all texts kept.
 */
export function receiveUploads(options: ReceiveOptions): RequestHandler {
  return (request, response, next) => {
    if (request.method !== "POST" || !request.is("multipart/form-data"))
      return next();
    options
      .admit(request)
      .then((admission) => {
        if (response.closed) return admission.end();
        response.once("close", admission.end);
        endWhenSilent(request, response, options.silenceMilliseconds);
        const received: ReceivedForm = {
          fields: new FormData(),
          stagedFiles: [],
          refusedParts: [],
        };
        removeLeftoversAfter(response, received);
        const readBody = multer(
          multerOptions({ ...options, admission }, received),
        ).any();
        readBody(request, response, (error: unknown) => {
          settle({ request, response, next }, received, error);
        });
      })
      .catch(next);
  };
}

type Passing = { request: Request; response: Response; next: NextFunction };

function settle(
  { request, response, next }: Passing,
  received: ReceivedForm,
  error: unknown,
) {
  if (!error) {
    request.receivedForm = received;
    next();
    return;
  }
  afterWholeBody(request, () => {
    // `capBodies` has answered already.
    if (response.headersSent) return;
    // Nobody is left to answer where the body broke off.
    if (!request.complete) {
      response.destroy();
      return;
    }
    request.receivedForm = withRefusal(received, error);
    next();
  });
}

function multerOptions(
  options: ReceiveOptions & { admission: Admission },
  received: ReceivedForm,
): MulterOptions {
  return {
    storage: stagingStorage(
      { onStorageError: () => {}, maxFiles, ...options },
      {
        staged: placeByNumber(received.stagedFiles),
        refused: (part) => received.refusedParts.push(part),
      },
    ),
    defParamCharset: "utf8",
    limits: {
      fields: 500,
      files: maxFiles + 20,
      parts: 600,
      // The staging storage has the real limit; this one ends a body made to hurt.
      fileSize: options.maxFileBytes * 10,
      fieldSize: maxTextsBytes,
      fieldNameSize: 200,
      headerPairs: 50,
      ...{ fieldNestingDepth: 0, fieldArrayIndexLimit: 0 },
    },
    streamHandler: (request, busboy) => {
      collectTexts(busboy, received);
      request.pipe(busboy);
    },
  };
}

/** Puts each file where its number says among those that are there. */
function placeByNumber(stagedFiles: StagedFile[]) {
  const numbers: number[] = [];
  return (file: StagedFile, number: number) => {
    const place = numbers.filter((other) => other < number).length;
    numbers.push(number);
    stagedFiles.splice(place, 0, file);
  };
}

/**
 * Multer gives `request.body` as one object, in which the order of fields and
 * whether one came twice are lost; the FormData here is as the browser sent it.
 */
function collectTexts(busboy: FieldSource, received: ReceivedForm) {
  let textsBytes = 0;
  busboy.on("field", (escapedName, value) => {
    if (escapedName === undefined) return;
    const name = unescapeName(escapedName);
    const textBytes = Buffer.byteLength(value);
    textsBytes += textBytes;
    if (!unusableNames.has(name)) received.fields.append(name, value);
    if (textsBytes > maxTextsBytes)
      busboy.destroy(new MulterError("LIMIT_FIELD_VALUE", name));
    else if (textBytes > maxTextBytes)
      received.refusedParts.push({ questionId: name, reason: "text-too-long" });
  });
}

/** As browsers escape a name in a multipart header (WHATWG HTML, multipart form data). */
function unescapeName(escaped: string): string {
  const characters: Record<string, string> = {
    "%0A": "\n",
    "%0D": "\r",
    "%22": '"',
  };
  return escaped.replace(
    /%0A|%0D|%22/gi,
    (code) => characters[code.toUpperCase()] ?? code,
  );
}

/** Multer has deleted the files that came before its error. */
function withRefusal(received: ReceivedForm, error: unknown): ReceivedForm {
  const lostFiles = received.stagedFiles.map(
    ({ questionId, originalName }): RefusedPart => ({
      questionId,
      originalName,
      reason: "unreadable",
    }),
  );
  return {
    fields: received.fields,
    stagedFiles: [],
    refusedParts: [
      ...received.refusedParts,
      { questionId: fieldOf(error), reason: reasonOf(error) },
      ...lostFiles,
    ],
  };
}

const reasons: Record<string, RefusedPart["reason"]> = {
  LIMIT_FILE_SIZE: "too-big",
  LIMIT_FILE_COUNT: "too-many-files",
  LIMIT_PART_COUNT: "too-many-fields",
  LIMIT_FIELD_COUNT: "too-many-fields",
  LIMIT_FIELD_VALUE: "text-too-long",
};

function reasonOf(error: unknown): RefusedPart["reason"] {
  return error instanceof MulterError
    ? (reasons[error.code] ?? "unreadable")
    : "unreadable";
}

function fieldOf(error: unknown): string | undefined {
  return error instanceof MulterError ? error.field : undefined;
}

/** A browser shows no answer that comes before it has sent the whole body; `capBodies` bounds the wait. */
function afterWholeBody(request: Request, then: () => void) {
  if (request.complete || request.destroyed) return then();
  let hasRun = false;
  const runOnce = () => {
    if (!hasRun) then();
    hasRun = true;
  };
  request.once("end", runOnce);
  request.once("close", runOnce);
  request.resume();
}

/** An action whose reader has gone may still be at work on the files. */
const abandonedActionMilliseconds = 10 * 60_000;

/** A file that no action took is deleted with the request; a kept one has left the staging folder. */
function removeLeftoversAfter(response: Response, received: ReceivedForm) {
  const remove = () => {
    for (const { stagingPath } of received.stagedFiles)
      void rm(stagingPath, { force: true });
  };
  response.on("close", () => {
    if (response.writableFinished) remove();
    else setTimeout(remove, abandonedActionMilliseconds).unref();
  });
}
