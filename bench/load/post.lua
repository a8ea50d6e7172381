-- What wrk sends to POST /messages.
wrk.method = "POST"
wrk.body = "message=The+harbour+is+closed+until+the+fog+lifts+%3A-%29"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
