/**
 * Which pages a browser may fetch when a person seems about to open them (HTML §7.6, “Speculation rules”), and with what
 * eagerness: `moderate` is a pointer that rests on a link, or a press that begins. Pages end in a slash; what has a query, as a
 * search has, is none of them, nor what is shown in a feed's stead. For other browsers `src/browser/likely.ts` says the same.
 */
export const speculationRules = {
  prefetch: [
    {
      source: 'document',
      where: {
        and: [
          {
            href_matches: [
              { pathname: '/', search: '' },
              { pathname: '/*/', search: '' },
            ],
          },
          { not: { href_matches: { pathname: '/view/*' } } },
          // A place on the same page.
          { not: { selector_matches: 'a[href^="#"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
} as const
