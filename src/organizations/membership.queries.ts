/** SQL: whether a membership counts today, in the time zone of its workspace. The same as in heed_member. */
export const isActive = (member: string, workspace: string): string =>
  `${member}.starts_on <= (clock_timestamp() AT TIME ZONE ${workspace}.time_zone)::date
    AND (${member}.ends_on IS NULL OR ${member}.ends_on >= (clock_timestamp() AT TIME ZONE ${workspace}.time_zone)::date)`;
