import { receiptKeysAddress } from "#app/receipt-addresses.ts";
import { ButtonLink } from "./button.tsx";
import { Part } from "./page-parts.tsx";

type SignedReceiptProps = {
  /** Where the file is. */
  path: string;
  words: { heading: string; lead: string; save: string; howToCheck: string };
};

/** Where a sender saves the file that shows what they sent. */
export function SignedReceipt({ path, words }: SignedReceiptProps) {
  return (
    <Part heading={words.heading} isOnScreenOnly>
      <p className="govuk-body">{words.lead}</p>
      <ButtonLink to={path} kind="secondary" isDownload>
        {words.save}
      </ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href={receiptKeysAddress}>
          {words.howToCheck}
        </a>
      </p>
    </Part>
  );
}
