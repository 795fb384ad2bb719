/** The sign on the browser's tab: a tick, green in light and dark. */
export const tabIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" fill="#2c8c60"/><path d="M4.6 8.3l2.3 2.3 4.4-4.8" fill="none" stroke="#fff" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;
