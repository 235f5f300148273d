import type { ReactNode } from "react";

type FlashBannerProps = { kind: "success" | "notice"; children: ReactNode };

/** What came of the last button pressed, told once at the top of the next page. */
export function FlashBanner({ kind, children }: FlashBannerProps) {
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
    </div>
  );
}
