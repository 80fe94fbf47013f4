COPY boards.{table}{suffix} FROM STDIN (FORMAT binary)
