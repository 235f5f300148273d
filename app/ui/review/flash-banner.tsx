import type { ReactNode } from "react";

type FlashBannerProps = {
  kind: "success" | "notice";
  /** Where a press takes back what was just done. */
  undoAddress?: string | undefined;
  /** The page that it stands on: what is taken back leads back to the same list. */
  here?: string;
  children: ReactNode;
};

/** What came of the last button pressed, told once at the top of the next page. */
export function FlashBanner(props: FlashBannerProps) {
  const { kind, undoAddress, here, children } = props;
  const isSuccess = kind === "success";
  return (
    <div
      className={isSuccess ? "heard-flash heard-flash--success" : "heard-flash"}
      role={isSuccess ? "alert" : "region"}
      aria-labelledby="flash-title"
    >
      <h2 className="govuk-visually-hidden" id="flash-title">
        {isSuccess ? "Done" : "Important"}
      </h2>
      <p className="heard-flash__text">{children}</p>
      {undoAddress && (
        <form method="post" action={undoAddress}>
          <input type="hidden" name="returnTo" value={here} />
          <button
            type="submit"
            className="govuk-button govuk-button--secondary heard-button--small"
            data-key="u"
          >
            Take it back
          </button>
        </form>
      )}
    </div>
  );
}
