# The application without any demonstration part. Build the jar first: ./mvnw -DskipTests package
FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 mowakaba && useradd --uid 10001 --gid 10001 --no-create-home mowakaba
WORKDIR /app
COPY target/mowakaba.jar app.jar
COPY --chmod=755 docs/container/healthy healthy
USER 10001:10001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:SweeperThreshold=40 -XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=10 --enable-native-access=ALL-UNNAMED"
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
