// Sends the one form that the page is for.
document.forms[0].submit()
