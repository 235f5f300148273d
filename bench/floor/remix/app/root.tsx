import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
} from "@remix-run/react";
import stylesheet from "govuk-frontend/dist/govuk/govuk-frontend.min.css?url";

export const links = () => [{ rel: "stylesheet", href: stylesheet }];

export default function App() {
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover"
        />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <a href="#main-content" className="govuk-skip-link">
          Skip to main content
        </a>
        <Header />
        <div className="govuk-width-container">
          <div className="govuk-phase-banner">
            <p className="govuk-phase-banner__content">
              <strong className="govuk-tag govuk-phase-banner__content__tag">
                Beta
              </strong>
              <span className="govuk-phase-banner__text">
                This is a new service. Help us improve it and{" "}
                <a className="govuk-link" href="/feedback">
                  give your feedback by email
                </a>
                .
              </span>
            </p>
          </div>
          <main className="govuk-main-wrapper" id="main-content">
            <Outlet />
          </main>
        </div>
        <Footer />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function Header() {
  return (
    <header className="govuk-header">
      <div className="govuk-header__container govuk-width-container">
        <div className="govuk-header__logo">
          <a
            href="/"
            className="govuk-header__link govuk-header__link--homepage"
          >
            <span className="govuk-header__logotype-text">
              Call for evidence
            </span>
          </a>
        </div>
      </div>
    </header>
  );
}

const footerLinks = [
  ["/help", "Help"],
  ["/privacy", "Privacy notice"],
  ["/accessibility", "Accessibility statement"],
] as const;

function Footer() {
  return (
    <footer className="govuk-footer">
      <div className="govuk-width-container">
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="govuk-footer__inline-list">
              {footerLinks.map(([href, label]) => (
                <li className="govuk-footer__inline-list-item" key={href}>
                  <a className="govuk-footer__link" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
    </footer>
  );
}
