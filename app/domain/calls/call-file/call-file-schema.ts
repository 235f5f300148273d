import { z } from "zod";
import { callFileShape } from "./call-file.ts";

/**
 * The published JSON Schema (2020-12) of a call's file. It says what each part
 * is; that a rule looks at an earlier page, and whatever else hangs on two parts,
 * is said when a file is taken in.
 */
export function callFileSchema(): Record<string, unknown> {
  return z.toJSONSchema(callFileShape, {
    io: "input",
    reused: "ref",
    // A name that is not known is refused.
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === "object" && jsonSchema.properties)
        jsonSchema.additionalProperties = false;
    },
  });
}
