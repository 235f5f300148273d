import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { receiptAddress } from "#app/addresses.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import { sendSignedReceipt } from "#app/http/request/signed-receipt.server.ts";
import { wordsIn } from "#app/words/words.ts";

/** The signed receipt, for whoever has shown the receipt code. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { own, headers } = await requireOwnResponse(request, context);
  const { responseId, reference, language } = own;
  const fileName = wordsIn(language).signedReceipt.fileName(reference);
  const receipt = { responseId, fileName, headers };
  const file = await sendSignedReceipt(context, receipt);
  return file ?? redirect(receiptAddress, 303);
}
