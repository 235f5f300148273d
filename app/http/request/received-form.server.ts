import { data } from "@remix-run/node";

/** A file that multer has streamed to the staging folder: fsynced, hashed, not yet inspected. */
export type StagedFile = {
  /** The question whose file input it came from. */
  questionId: string;
  /** As sent by the browser; never used as a path. */
  originalName: string;
  stagingPath: string;
  byteSize: number;
  sha256: string;
};

/** A part of the body that could not be taken, told beside the field it belongs to. */
export type RefusedPart = {
  questionId: string | undefined;
  /** As sent by the browser, where the part was a file with a name. */
  originalName?: string | undefined;
  reason:
    | "too-big"
    | "too-many-files"
    | "too-many-fields"
    | "text-too-long"
    | "not-taken"
    | "draft-full"
    | "no-room"
    | "busy"
    | "unreadable";
};

/** What a multipart body came to: the text fields and the files that arrived whole. */
export type ReceivedForm = {
  fields: FormData;
  stagedFiles: StagedFile[];
  refusedParts: RefusedPart[];
};

type FormSource = {
  request: Request;
  context: { receivedForm?: ReceivedForm };
};

/**
 * An action's form from whichever source has it: multer's reading of a
 * multipart body, or the request itself for a urlencoded one.
 *
 * @throws a 400 where the body is not a form at all.
 */
export async function readForm({
  request,
  context,
}: FormSource): Promise<ReceivedForm> {
  if (context.receivedForm) return context.receivedForm;
  const fields = await request.formData().catch((error: unknown) => {
    throw error instanceof TypeError ? data(null, { status: 400 }) : error;
  });
  return { fields, stagedFiles: [], refusedParts: [] };
}
