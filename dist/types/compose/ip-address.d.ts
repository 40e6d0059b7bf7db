/** Which texts are IP addresses, by the rules of Go's `net.ParseIP`: no zones, no leading zeros in IPv4. */
export declare function isIpAddress(text: string): boolean;
/** The 32 or 128 bits of an address, in brackets or not, as zeros and ones; `undefined` for what is none. */
export declare function addressBits(written: string): string | undefined;
