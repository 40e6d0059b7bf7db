/** The version of the package, put in by the build. */
declare const BULKHEAD_VERSION: string | undefined;

export const VERSION: string = typeof BULKHEAD_VERSION === 'string' ? BULKHEAD_VERSION : '0.0.0-source';
