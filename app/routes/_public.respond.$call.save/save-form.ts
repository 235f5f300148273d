import { z } from "zod";
import {
  isEmailAddress,
  longestTypedAddress,
  tidyEmailAddress,
} from "#app/domain/text/email-address.ts";

const draft = z.string().max(200).optional();

/** What can be asked for on the page. Its one message is said by the route. */
export const saveForLater = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make-code"), draft }),
  z.object({ intent: z.literal("take-off"), draft }),
  z.object({
    intent: z.literal("mail-code"),
    draft,
    code: z.string().max(200),
    email: z
      .string()
      .max(longestTypedAddress, "not-an-address")
      .default("")
      .transform(tidyEmailAddress)
      .refine(isEmailAddress, "not-an-address"),
  }),
]);
