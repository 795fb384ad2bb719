/** Put in by the build; run from the sources, the server is of no version. */
declare const OKR_VERSION: string | undefined;

export const version = typeof OKR_VERSION === 'string' ? OKR_VERSION : '0.0.0';
