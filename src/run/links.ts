/** Where the tool is found, as far as the package says. The pages of the rules have no address: they come with it. */
import { homepage } from '../../package.json';

export const LINKS = { informationUri: homepage } as const;
