FROM python:3.12-slim
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY retrieval retrieval
COPY bot bot
RUN pip install --no-cache-dir -c config/constraints.txt '.[cluster]'
# The seeds and the data folder come in as volumes; nothing here needs to be root.
RUN useradd --create-home reader && mkdir /data && chown reader /data
USER reader
ENV JIANBAO_DATA=/data
CMD ["jianbao", "run"]
