import fc from 'fast-check'

/**
 * Any character but a lone surrogate, Latin ones and the first plane's more often: what fast-check calls `binary`, which
 * takes it most of a second to make.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code))
