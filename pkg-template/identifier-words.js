// What the numbers of the WebAssembly mean, for programs and for people.

/** The types, by number. */
export const KINDS = [
  'domain', 'subdomain', 'ios_bundle', 'android_package', 'apple_tv_bundle', 'bundle_id', 'apple_app_store_id',
  'google_play_id', 'roku_store_id', 'fire_tv_asin', 'samsung_app_id', 'network_id', 'venue_id', 'screen_id',
  'openooh_venue_type', 'rss_url', 'apple_podcast_id', 'spotify_collection_id', 'podcast_guid', 'station_id', 'facility_id',
];

/** The products of a job, and how many there are. */
export const [TEXT, RECORDS, LIST, PRODUCTS] = [0, 1, 2, 3];

/** What stands for the type of a value that has none: see `bulk/src/identifiers/job.rs`. */
export const UNTYPED = 255;
const UNKNOWN_TYPE = 254;
export const NOT_TEXT = 253;
const DEFAULT_TYPE = 252;

/** The buckets, by number. */
export const BUCKETS = ['kept', 'changed', 'duplicates', 'invalid', 'blank'];

/** The number of a type. A `switch`, because a map would have to hash each string that comes fresh out of a file. */
export function kindOf(type) {
  switch (type) {
    case 'domain': return 0;
    case 'subdomain': return 1;
    case 'ios_bundle': return 2;
    case 'android_package': return 3;
    case 'apple_tv_bundle': return 4;
    case 'bundle_id': return 5;
    case 'apple_app_store_id': return 6;
    case 'google_play_id': return 7;
    case 'roku_store_id': return 8;
    case 'fire_tv_asin': return 9;
    case 'samsung_app_id': return 10;
    default: {
      const number = KINDS.indexOf(type);
      if (number >= 0) return number;
      return type === undefined || type === null ? DEFAULT_TYPE : UNKNOWN_TYPE;
    }
  }
}

/** What may be said of an identifier in the list, by bit: the most serious first. From `FIRST_NOTE` on nothing is to be done. */
export const NOTES = [
  ['authority_removed', 'The port or the user name was removed: no domain has one.'],
  ['public_suffix', 'Names are sold under this one; it is nobody\'s site.'],
  ['prefix_kept', 'It still begins with www. or m., which the service may strip.'],
  ['exact_host', 'A subdomain is one exact host: www. or m. stays.'],
  ['odd_ending', 'No top-level domain looks like its end.'],
  ['looks_like_app', 'This looks like an app and not like a site.'],
  ['case_variant', 'Another entry differs from this one by capital letters only; the service takes them as the same.'],
  ['one_part', 'Bundles usually have several parts, such as com.example.app.'],
  ['leading_zero', 'The number begins with a zero.'],
  ['odd_asin', 'The ASINs of apps begin with B.'],
  ['odd_samsung_id', 'This has neither form of Samsung\'s ids: G and 11 digits, or 11 to 13 digits.'],
  ['newer_type', 'Only the newer documents have this type; its value was not checked.'],
  ['type_corrected', 'It was taken as the type that it looks like.'],
  ['www_stripped', 'www. was removed: a domain stands for it, too.'],
  ['m_stripped', 'm. was removed: a domain stands for it, too.'],
  ['address_stripped', 'Only the domain of the address counts.'],
  ['final_dot', 'The dot at the end was removed.'],
  ['wildcard', 'It stands for all subdomains, and not for the domain itself.'],
  ['idn', 'The name was encoded as it travels.'],
  ['store_page', 'The id was taken from the address of the store\'s page.'],
];
export const FIRST_NOTE = 12;

/** What is said where spelling is all that changed. */
export const TIDIED = ['tidied', 'White space, quotes or capital letters were tidied.'];

/** Why something is not an identifier, by number. */
export const PROBLEMS = [
  ['not_text', 'The value must be text.'],
  ['unknown_type', 'There is no such type of identifier.'],
  ['not_utf8', 'The text is damaged: it is not UTF-8.'],
  ['several_values', 'There is more than one value; put each on a line of its own.'],
  ['character', 'It has a character that cannot stand in it.'],
  ['empty_label', 'There is nothing between two dots, before the first, or after the last.'],
  ['long_label', 'There are more than 63 characters between two dots.'],
  ['hyphen', 'A hyphen cannot stand beside a dot, or at an end.'],
  ['too_long', 'It has more than 253 characters.'],
  ['no_dot', 'A domain has at least one dot, such as nytimes.com.'],
  ['ip_address', 'An IP address is not a domain.'],
  ['scheme', 'Only web addresses have a domain that counts.'],
  ['misplaced_star', 'A star can only stand at the beginning of a domain, as in *.example.com.'],
  ['idn_invalid', 'The name cannot be encoded, or stands for nothing.'],
  ['other_type', 'This is not of the type that the list has.'],
  ['apple_bundle', 'An Apple bundle has letters, digits, hyphens and dots only, such as com.facebook.katana.'],
  ['android_package', 'An Android package has at least two parts that begin with a letter, and no hyphens, such as com.facebook.katana.'],
  ['bundle', 'A bundle has letters, digits, hyphens, underscores and dots only, such as com.example.app.'],
  ['not_a_number', 'The store\'s id is a number, such as 284882215.'],
  ['asin', 'An ASIN has 10 letters and digits, such as B00X4WHP5E.'],
  ['empty', 'There is no value.'],
  ['no_app_id', 'This is a page of a store, and no id of an app stands in its address as the store writes it.'],
  ['looks_like_app', 'This looks like an app and not like a site.'],
  ['misplaced_star', 'A subdomain is one exact host and takes no star; a domain does, as in *.example.com.'],
  ['public_suffix', 'Names are sold under what follows the star: a star stands before a site, as in *.example.com.'],
  ['scheme', 'The beginning of the address is broken, or there twice; it is https://.'],
  ['not_a_number', 'The id of a channel of Roku is a number, such as 12.'],
  ['too_long', 'An Android package has at most 223 characters.'],
];

/** Why a line is blank, by number. */
export const BLANKS = [
  ['empty', 'The line is empty.'],
  ['comment', 'The line is a comment.'],
  ['header', 'The line holds the titles of the columns.'],
];
