import type { ReactNode } from "react";
import { SpokenNotices } from "./language.tsx";
import type { Logo } from "./portal.ts";

export type FooterLink = {
  to: string;
  label: string;
  /** Of its label, where that is not the page's. */
  lang?: string | undefined;
};

type MastheadProps = {
  home: string;
  name: string;
  by: string;
  logo?: Logo | undefined;
};

export function Masthead({ home, name, by, logo }: MastheadProps) {
  const link = (
    <a href={home} className="heard-masthead__name">
      {name}
    </a>
  );
  return (
    <header className="heard-masthead">
      <div className="govuk-width-container heard-masthead__inner">
        {logo ? <BesideLogo logo={logo}>{link}</BesideLogo> : link}
        <p className="heard-masthead__by">{by}</p>
      </div>
    </header>
  );
}

/** A name with the logo before it; its size is known before it comes, so that nothing moves. */
export function BesideLogo({
  logo,
  children,
}: {
  logo: Logo;
  children: ReactNode;
}) {
  const { isLight, ...picture } = logo;
  return (
    <div className="heard-masthead__who">
      <img
        {...picture}
        className={
          isLight
            ? "heard-masthead__logo heard-masthead__logo--light"
            : "heard-masthead__logo"
        }
      />
      {children}
    </div>
  );
}

type FooterProps = {
  heading: string;
  links: FooterLink[];
  children: ReactNode;
};

/** The same help in the same place on every page (WCAG 3.2.6). */
export function Footer({ heading, links, children }: FooterProps) {
  return (
    <footer className="govuk-footer heard-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">{heading}</h2>
        <p className="govuk-body-s">{children}</p>
        <ul className="govuk-footer__inline-list">
          {links.map((link) => (
            <li className="govuk-footer__inline-list-item" key={link.to}>
              <a className="govuk-footer__link" href={link.to} lang={link.lang}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

/** A page's own part; what leads back stands before `main`. */
export function PageBody({
  before,
  children,
}: {
  before?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="govuk-width-container">
      {before}
      <main className="govuk-main-wrapper" id="main-content">
        <SpokenNotices />
        {children}
      </main>
    </div>
  );
}

/** A part of a page under its own heading. */
export function Part({
  heading,
  id,
  isOnScreenOnly,
  children,
}: {
  heading: string;
  id?: string;
  /** What is of no use on paper: a button, a form. */
  isOnScreenOnly?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      className={isOnScreenOnly ? "heard-part heard-no-print" : "heard-part"}
    >
      <h2 className="govuk-heading-m">{heading}</h2>
      {children}
    </section>
  );
}

export function BackLink({
  to,
  children,
}: {
  to: string;
  children: ReactNode;
}) {
  return (
    <a href={to} className="govuk-back-link">
      {children}
    </a>
  );
}

export type TagColour =
  "grey" | "green" | "teal" | "blue" | "purple" | "red" | "orange" | "yellow";

export function StatusTag({
  colour,
  children,
}: {
  colour?: TagColour;
  children: ReactNode;
}) {
  return (
    <strong className={colour ? `govuk-tag govuk-tag--${colour}` : "govuk-tag"}>
      {children}
    </strong>
  );
}

/** Two thirds of the width: the measure at which text is read most easily. */
export function TwoThirds({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}
