/** Which texts are IP addresses, by the rules of Go's `net.ParseIP`: no zones, no leading zeros in IPv4. */
export declare function isIpAddress(text: string): boolean;
