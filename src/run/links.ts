/** Where the tool and its documentation are found, as far as the package says. */
import { homepage } from '../../package.json';

export const LINKS = {
  informationUri: homepage,
} as const;
