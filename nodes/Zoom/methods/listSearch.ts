/* What n8n calls for the lists of resource locators, by the names that the locators have. */
export { searchMeetings, searchWebinars } from './events';
export { searchHosts } from './hosts';
export { searchMeetingRegistrants, searchPanelists, searchWebinarRegistrants } from './people';
export { searchRecordings, searchSummaries, searchTrashedRecordings } from './recorded';
